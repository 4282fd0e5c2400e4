/** Choices that depend on a seed alone, and the words that names and comments of the corpus are made of. */

/** Makes a source of choices; the same seed gives the same ones. The generator is Mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function createRandom(seed) {
  let state = seed
  const next = () => {
    state = ((state | 0) + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (from, to) => from + Math.floor(next() * (to - from + 1))
  const pick = (choices) => choices[Math.floor(next() * choices.length)]
  const chance = (probability) => next() < probability
  const hex = (length) => Array.from({ length }, () => '0123456789abcdef'[int(0, 15)]).join('')
  const words = (count) => Array.from({ length: count }, () => pick(LOREM)).join(' ')
  return { next, int, pick, chance, hex, words }
}

export const ADJECTIVES =
  'fast red blue core legacy edge data user order billing audit search media auth cart stock mail price risk geo'.split(
    ' ',
  )
export const NOUNS =
  'api worker gateway service sync router proxy store index cache feed engine hub portal broker relay batch stream'.split(
    ' ',
  )
export const TEAMS = 'payments platform growth search identity logistics ml-infra data'.split(' ')
export const VARIABLES =
  'LOG_LEVEL DATABASE_URL REDIS_URL KAFKA_BROKERS SENTRY_DSN FEATURE_FLAGS TZ STATSD_HOST S3_BUCKET AWS_REGION HTTP_TIMEOUT MAX_CONN RETRIES OTEL_EXPORTER_OTLP_ENDPOINT JAVA_OPTS NODE_ENV GOMAXPROCS PORT'.split(
    ' ',
  )
const LOREM =
  'Tuned after the incident in march; see the runbook before you change this value. Owned by the platform team. The limit is deliberately above the request so that bursts are absorbed.'.split(
    ' ',
  )
