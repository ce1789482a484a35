// Loaded before a worker by tests: a machine whose clock is five minutes ahead.
const now = Date.now
Date.now = () => now() + 5 * 60_000
