// What pages gain where scripts run. Each part is fetched only by a page that has a place for it; every page works without.
if (document.querySelector('form[data-draft]')) import('./catedra/kept-form.js')
if (document.querySelector('form.answer-sheet')) import('./catedra/answer-sheet.js')
if (document.querySelector('[data-ordering]')) import('./catedra/quiz-ordering.js')
if (document.querySelector('live-figure')) import('./catedra/live-figure.js')
if (document.querySelector('[data-pending]')) import('./catedra/pending.js')
