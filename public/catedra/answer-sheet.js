// Enter in a field of an answer sheet does not hand in the whole sheet: that is for its button.
for (const sheet of document.querySelectorAll('form.answer-sheet')) {
  sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('input')) event.preventDefault()
  })
}
