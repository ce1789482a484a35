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

  const isComplete = () => itemsOf().every((item) => boxOf(item).value !== '')

  /** Puts the list in the order of its boxes. */
  function arrange() {
    list.append(...itemsOf().sort((a, b) => boxOf(a).value - boxOf(b).value))
  }

  /** Puts an item at a place, counted from 0; those between make room, and every box says where its item stands. */
  function put(item, place) {
    const others = itemsOf().filter((other) => other !== item)
    list.append(...others.slice(0, place), item, ...others.slice(place))
    itemsOf().forEach((each, at) => (boxOf(each).value = String(at + 1)))
  }

  function move(item, step) {
    const place = itemsOf().indexOf(item) + step
    if (place < 0 || place >= list.children.length) return
    put(item, place)
    boxOf(item).dispatchEvent(new Event('input', { bubbles: true }))
    status.textContent = moved.replace('{item}', nameOf(item)).replace('{place}', place + 1).replace('{total}', list.children.length)
  }

  function button(item, sign, label, step) {
    const made = document.createElement('button')
    made.type = 'button'
    made.className = 'secondary'
    made.textContent = sign
    made.setAttribute('aria-label', `${label}: ${nameOf(item)}`)
    made.addEventListener('click', () => {
      move(item, step)
      // What is moved loses the focus.
      made.focus()
    })
    return made
  }

  for (const item of itemsOf()) {
    const moves = document.createElement('span')
    moves.className = 'moves'
    moves.append(button(item, '↑', up, -1), button(item, '↓', down, 1))
    item.append(moves)
    boxOf(item).addEventListener('change', () => {
      if (!isComplete()) return
      arrange()
      put(item, boxOf(item).value - 1)
      boxOf(item).focus()
    })
  }

  // A sheet that comes back filled in stands in the order that was chosen.
  if (isComplete()) arrange()
}
