// <live-figure src="…">: asks the address every two seconds while the page is in sight and puts what it says into the places marked
// data-figure. The figure's paragraph is a polite live region, so that it is read out when it moves and only then.
const EVERY_MS = 2_000
const LONGEST_MS = 60_000

class LiveFigure extends HTMLElement {
  #timer
  #pause = EVERY_MS

  connectedCallback() {
    if (!this.getAttribute('src')) return
    document.addEventListener('visibilitychange', this.#look)
    this.#wait()
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#look)
    clearTimeout(this.#timer)
  }

  #look = () => (document.hidden ? clearTimeout(this.#timer) : void this.#ask())

  #wait() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), this.#pause)
  }

  async #ask() {
    if (document.hidden) return
    try {
      const answer = await fetch(this.getAttribute('src'), { headers: { accept: 'application/json' } })
      if (!answer.ok) throw new Error(String(answer.status))
      this.#show(await answer.json())
      this.#pause = EVERY_MS
    } catch {
      // Asked less and less often until it answers again.
      this.#pause = Math.min(LONGEST_MS, this.#pause * 2)
    }
    this.#wait()
  }

  #show({ national, asOf }) {
    const language = { ro: 'ro-RO', en: 'en-GB', sv: 'sv-SE' }[document.documentElement.lang]
    const number = new Intl.NumberFormat(language)
    const percent = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
    const time = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Bucharest' })
    const said = { certified: number.format, staff: number.format, percent: (value) => percent.format(value / 100) }
    for (const place of this.querySelectorAll('[data-figure]')) {
      const name = place.dataset.figure
      const value = name === 'asOf' ? asOf : national[name]
      // What is not said is not shown as anything else: the page tells it in words when it is read again.
      if (value === null || value === undefined) continue
      const text = name === 'asOf' ? time.format(new Date(value)) : said[name](value)
      if (place.textContent !== text) place.textContent = text
    }
  }
}

customElements.define('live-figure', LiveFigure)
