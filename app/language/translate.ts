// What the interface says, in the reader's language. One file per locale and room in messages/; Romanian is the source of keys.
import i18next, { type TFunction } from 'i18next'
import { locales, sourceLocale, type Locale } from '#app/core/kernel/locale.ts'

const files = import.meta.glob
