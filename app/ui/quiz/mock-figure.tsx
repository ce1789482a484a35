// The drawing above a question of a range. All of it is text: nothing can be typed, sent or followed. What a careful reader would
// press to see (who really wrote, where a link leads) opens as a note.
import { useId } from 'react'
import type { LocalizedMock, Mock } from '#app/core/assessment/mock.ts'
import { chooseLocale } from '#app/core/kernel/locale.ts'
import { useLocale, useTranslate } from '../reader.tsx'

/** `isOpen`: what is hidden at first is shown, as in a result. */
export function MockFigure({ mock, isOpen = false }: { mock: LocalizedMock; isOpen?: boolean }) {
  const t = useTranslate()
  const id = useId()
  const reader = useLocale()
  const locale = chooseLocale(Object.keys(mock), reader)
  const drawn = mock[locale] ?? mock.ro
  return (
    <figure className="mock" data-kind={drawn.kind} aria-labelledby={id}>
      <figcaption id={id}>{t(`learning:range.mock.${drawn.kind}`)}</figcaption>
      <div className="mock-screen" lang={locale === reader ? undefined : locale}>
        <Screen drawn={drawn} isOpen={isOpen} />
      </div>
    </figure>
  )
}

function Screen({ drawn, isOpen }: { drawn: Mock; isOpen: boolean }) {
  switch (drawn.kind) {
    case 'message':
      return <Message message={drawn} isOpen={isOpen} />
    case 'login':
      return <Login page={drawn} />
    case 'permission':
      return <Permission prompt={drawn} />
    case 'password':
      return <Passwords field={drawn} />
  }
}

function Message({ message, isOpen }: { message: Extract<Mock, { kind: 'message' }>; isOpen: boolean }) {
  const t = useTranslate()
  return (
    <>
      <div className="mock-head">
        <details open={isOpen}>
          <summary>
            <span className="visually-hidden">{t('learning:range.from')}</span> {message.from}
          </summary>
          <code>{message.address}</code>
        </details>
        <span className="quietly">{message.sent}</span>
      </div>
      {message.subject && <p className="mock-subject">{message.subject}</p>}
      {message.body.map((line, at) =>
        typeof line === 'string' ? (
          <p key={at}>{line}</p>
        ) : (
          <details key={at} className="mock-link" open={isOpen}>
            <summary>{line.link}</summary>
            <p>
              {t('learning:range.leads')} <code>{line.to}</code>
            </p>
          </details>
        ),
      )}
      {message.attachments && (
        <ul className="mock-attachments" aria-label={t('learning:range.attachments')}>
          {message.attachments.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Login({ page }: { page: Extract<Mock, { kind: 'login' }> }) {
  const t = useTranslate()
  return (
    <>
      <p className="mock-address">
        <span className="visually-hidden">{t('learning:range.address')}</span> <code>{page.address}</code>
      </p>
      <p className="mock-subject">{page.title}</p>
      {page.text && <p>{page.text}</p>}
      <ul className="mock-fields">
        {page.fields.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p className="mock-buttons">
        <span>{page.button}</span>
      </p>
    </>
  )
}

function Permission({ prompt }: { prompt: Extract<Mock, { kind: 'permission' }> }) {
  return (
    <>
      <p className="mock-subject">{prompt.app}</p>
      <p>{prompt.text}</p>
      <ul>
        {prompt.asks.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className="mock-buttons">
        {prompt.buttons.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </p>
    </>
  )
}

function Passwords({ field }: { field: Extract<Mock, { kind: 'password' }> }) {
  return (
    <>
      <p>{field.label}</p>
      <ul className="mock-fields" data-filled="">
        {field.values.map((value) => (
          <li key={value}>
            <code>{value}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
