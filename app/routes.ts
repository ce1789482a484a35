// Every address of the site, on one page.
import { index, route, type RouteConfig } from '@remix-run/route-config'

export default [
  index('routes/home.tsx'),
  route('language', 'routes/language.ts'),

  // accounts
  route('signup', 'routes/accounts/signup.tsx'),
  route('login', 'routes/accounts/login.tsx'),
  route('logout', 'routes/accounts/logout.ts'),
  route('password-reset', 'routes/accounts/password-reset.tsx'),
  route('password-reset/:token', 'routes/accounts/password-reset-token.tsx'),
  route('profile', 'routes/accounts/profile.tsx'),
  route('profile/post', 'routes/accounts/post.tsx'),
  route('profile/sessions', 'routes/accounts/sessions.ts'),
  route('ministry/tokens', 'routes/accounts/api-tokens.tsx'),
  route('ministry/tokens/:token/revocation', 'routes/accounts/api-token-revocation.ts'),
  route('admin/merges', 'routes/accounts/merges.tsx'),
  // The same page again, with what was refused.
  route('admin/merges/confirmation', 'routes/accounts/merges.tsx', { id: 'merge-confirmation' }),

  // learning
  route('courses', 'routes/learning/catalogue.tsx'),
  route('courses/:slug', 'routes/learning/course.tsx'),
  route('courses/:slug/enrolment', 'routes/learning/enrolment.ts'),
  route('courses/:slug/withdrawal', 'routes/learning/withdrawal.ts'),
  route('courses/:slug/lessons/:lesson', 'routes/learning/lesson.tsx'),
  route('courses/:slug/lessons/:lesson/reading', 'routes/learning/reading.ts'),
  route('courses/:slug/lessons/:lesson/entry', 'routes/learning/lesson-entry.ts'),
  route('courses/:slug/quizzes/:quiz', 'routes/learning/quiz.tsx'),
  route('courses/:slug/quizzes/:quiz/draft', 'routes/learning/quiz-draft.ts'),
  route('courses/:slug/quizzes/:quiz/attempts/:number', 'routes/learning/attempt.tsx'),

  // certification
  route('certificates', 'routes/certification/certificates.tsx'),
  route('certificates/:serial.pdf', 'routes/certification/certificate-pdf.ts'),
  route('verify', 'routes/certification/verify-form.tsx'),
  route('verify/:serial', 'routes/certification/verify.tsx'),
  route('verify/:serial.json', 'routes/certification/verify-json.ts'),
  route('credentials/:serial', 'routes/certification/credential.ts'),
  route('credentials/status/:list', 'routes/certification/status-list.ts'),
  route('keys/:kid', 'routes/certification/key.ts'),
  route('.well-known/did.json', 'routes/certification/did.ts'),
  route('.well-known/jwks.json', 'routes/certification/jwks.ts'),
  route('admin/certificates', 'routes/certification/admin-certificates.tsx'),
  route('admin/certificates/:serial', 'routes/certification/admin-certificate.tsx'),
  // The certificate's page again, with what was refused.
  route('admin/certificates/:serial/revocation', 'routes/certification/admin-certificate.tsx', { id: 'certificate-revocation' }),

  // strategy
  route('ministry', 'routes/strategy/ministry.tsx'),
  route('indicator', 'routes/strategy/indicator-page.tsx'),
  route('methodology', 'routes/strategy/methodology.tsx'),
  route('api/v1/indicators', 'routes/strategy/api-indicators.ts'),
  route('api/v1/indicators/teacher-training', 'routes/strategy/api-teacher-training.ts'),
  route('api/v1/indicators/teacher-training.csv', 'routes/strategy/api-teacher-training-csv.ts'),
  route('api/v1/openapi.json', 'routes/strategy/api-openapi.ts'),
  route('api/*', 'routes/strategy/api-not-found.ts'),

  // operations
  route('healthz', 'routes/operations/healthz.ts'),
  route('readyz', 'routes/operations/readyz.ts'),
  route('metrics', 'routes/operations/metrics.ts'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
