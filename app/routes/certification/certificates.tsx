// One's own certificates.
import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnCertificates } from '#app/features/certification/list-own-certificates.server.ts'
import { findMainPost } from '#app/features/registry/find-main-post.server.ts'
import { translator } from '#app/language/translate.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { requireActor, requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { PostMissing } from '#app/ui/account/post-missing.tsx'
import { OwnCertificateEntry } from '#app/ui/certificate/own-certificate.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCan(request, 'certificates.list', await requireActor(request))
  const certificates = await listOwnCertificates(world(), actor.personId)
  const isCounted = certificates.some(({ countsTowardIndicator, revocation }) => countsTowardIndicator && revocation?.effect !== 'void')
  const lacksPost = actor.role === 'teacher' && isCounted && (await findMainPost(world(), actor.personId)) === null
  const t = translator(readLocale(request))
  return json({
    title: `${t('certification:own.title')} · ${t('shell:brand')}`,
    certificates,
    lacksPost,
  })
}

export default function CertificatesPage() {
  const t = useTranslate()
  const { certificates, lacksPost } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <h1>{t('certification:own.title')}</h1>
      {lacksPost && <PostMissing />}
      {certificates.length === 0 ? (
        <>
          <p className="lead">{t('certification:own.empty')}</p>
          <p>
            <a className="button" href="/courses">
              {t('certification:own.emptyAction')}
            </a>
          </p>
        </>
      ) : (
        <>
          <p className="lead">{t('certification:own.lead')}</p>
          <ul className="certificate-list">
            {certificates.map((certificate) => (
              <OwnCertificateEntry key={certificate.serial} certificate={certificate} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
