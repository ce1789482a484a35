// Structured log. Ids only: no name, address or answer is ever passed to it.
import { pino, type Logger } from 'pino'

export type Log = Logger

export function openLog(level: string, process: 'web' | 'worker' | 'command'): Log {
  return pino({ level, base: { process }, redact: { paths: ['*.email', '*.name', '*.password', '*.token'], remove: true } })
}
