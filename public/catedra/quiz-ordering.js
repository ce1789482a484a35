// Buttons that move an item of an ordering up and down. The boxes that hold each item's place stay, and are kept in step both ways.
for (const list of document.querySelectorAll('[data-ordering]')) makeMovable(list)

function makeMovable(list) {
  const { up, down, moved } = list.dataset
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  list.after(status)

  const itemsOf = () => [...list.children]
  const boxOf = (item) => item.querySelector('select')
  const nameOf = (item) => item.querySelector('label').textContent.trim()

  /** The places that are chosen, each once: then the list can stand in their order. */
  function arrange() {
    const items = itemsOf()
    const places = new Set(items.map((item) => boxOf(item).value))
    if (places.has('') || places.size < items.length) return
    list.append(...items.sort((a, b) => boxOf(a).value - boxOf(b).value))
  }

  function move(item, step) {
    const items = itemsOf()
    const from = items.indexOf(item)
    const to = from + step
    if (to < 0 || to >= items.length) return
    if (step < 0) items[to].before(item)
    else items[to].after(item)
    itemsOf().forEach((each, at) => (boxOf(each).value = String(at + 1)))
    boxOf(item).dispatchEvent(new Event('input', { bubbles: true }))
    status.textContent = moved.replace('{item}', nameOf(item)).replace('{place}', to + 1).replace('{total}', items.length)
  }

  function button(item, sign, label, step) {
    const made = document.createElement('button')
    made.type = 'button'
    made.className = 'secondary move'
    made.textContent = sign
    made.setAttribute('aria-label', `${label}: ${nameOf(item)}`)
    made.addEventListener('click', () => {
      move(item, step)
      // A moved element loses the focus.
      made.focus()
    })
    return made
  }

  for (const item of itemsOf()) {
    item.append(button(item, '↑', up, -1), button(item, '↓', down, 1))
    boxOf(item).addEventListener('change', () => {
      const box = boxOf(item)
      arrange()
      box.focus()
    })
  }
  arrange()
}
