import { isAbsolute, join } from 'node:path'

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']
const DATABASE = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_SYSTEM_URL']
const S3_REQUIRED = ['S3_BUCKET', 'S3_KEY', 'S3_SECRET']

/**
 * The variables of a start with their defaults, and one line for each that cannot be used.
 * The lines never repeat a value that may hold a password.
 */
export function readSettings(env, root) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const port = given.PORT ?? '3333'
  const settings = {
    PORT: port,
    HOST: given.HOST ?? '127.0.0.1',
    APP_URL: (given.APP_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    APP_KEY: given.APP_KEY,
    DATA_DIR: absolute(given.DATA_DIR ?? '.data', root),
    DATABASE_URL: given.DATABASE_URL,
    DATABASE_OWNER_URL: given.DATABASE_OWNER_URL,
    DATABASE_SYSTEM_URL: given.DATABASE_SYSTEM_URL,
    AMQP_URL: given.AMQP_URL,
    QUEUE_DRIVER: given.QUEUE_DRIVER ?? (given.AMQP_URL ? 'rabbitmq' : 'embedded'),
    SMTP_URL: given.SMTP_URL,
    DRIVE_DISK: given.DRIVE_DISK ?? 'fs',
  }
  const checks = [
    checkAddress,
    checkSecrets,
    checkDatabase,
    checkQueue,
    checkMail,
    checkDrive,
    checkRegistration,
    checkPrivateHosts,
    checkSocialLogin,
    checkCustomerSystems,
    checkApi,
    checkTracing,
    checkTuning,
  ]
  return { settings, problems: checks.flatMap((check) => check({ ...given, ...settings })) }
}

function checkAddress({ PORT, HOST, APP_URL }) {
  return [
    isWholeNumber(PORT, 1, 65_535) || `PORT must be a number from 1 to 65535, not "${PORT}"`,
    /^[a-z0-9.:-]+$/i.test(HOST) || `HOST must be a host name or an IP address to listen on, not "${HOST}"`,
    isOrigin(APP_URL) ||
      !isWholeNumber(PORT, 1, 65_535) ||
      `APP_URL must be the address in the browser without a path, such as https://crm.example.com, not "${APP_URL}"`,
  ].filter(isProblem)
}

function checkSecrets({ APP_KEY }) {
  return [
    APP_KEY === undefined ||
      APP_KEY.length >= 32 ||
      'APP_KEY must have at least 32 characters: leave it out and one is made at first start',
  ].filter(isProblem)
}

function checkDatabase(env) {
  const missing = DATABASE.filter((name) => !env[name])
  if (missing.length === DATABASE.length) return []
  if (missing.length > 0) {
    return [
      `${missing.join(' and ')} must be set too: give all three database URLs, or none for the embedded PostgreSQL`,
    ]
  }
  const malformed = DATABASE.filter((name) => !isDatabaseUrl(env[name]))
  if (malformed.length > 0) {
    return malformed.map((name) => `${name} must look like postgres://user:password@host:5432/database`)
  }
  const users = DATABASE.map((name) => new URL(env[name]).username)
  const places = DATABASE.map((name) => new URL(env[name]).host + new URL(env[name]).pathname)
  return [
    new Set(users).size === 3 || `${DATABASE.join(', ')} must each have a user of their own`,
    new Set(places).size === 1 || `${DATABASE.join(', ')} must name the same server and database`,
  ].filter(isProblem)
}

function checkQueue({ QUEUE_DRIVER, AMQP_URL }) {
  return [
    ['rabbitmq', 'embedded'].includes(QUEUE_DRIVER) ||
      `QUEUE_DRIVER must be rabbitmq or embedded, not "${QUEUE_DRIVER}"`,
    AMQP_URL === undefined ||
      hasProtocol(AMQP_URL, 'amqp:', 'amqps:') ||
      'AMQP_URL must look like amqp://user:password@host:5672',
    QUEUE_DRIVER !== 'rabbitmq' ||
      AMQP_URL !== undefined ||
      'AMQP_URL must be set when QUEUE_DRIVER is rabbitmq',
  ].filter(isProblem)
}

function checkMail({ SMTP_URL, SMTP_RATE, MAIL_FROM, MAIL_DRIVER = 'smtp', ...ses }) {
  return [
    ['smtp', 'ses'].includes(MAIL_DRIVER) || `MAIL_DRIVER must be smtp or ses, not "${MAIL_DRIVER}"`,
    MAIL_DRIVER !== 'ses' || ses.SES_REGION !== undefined || 'SES_REGION must be set when MAIL_DRIVER is ses',
    MAIL_DRIVER !== 'ses' || MAIL_FROM !== undefined || 'MAIL_FROM must be set when MAIL_DRIVER is ses',
    (ses.SES_KEY === undefined) === (ses.SES_SECRET === undefined) ||
      'SES_KEY and SES_SECRET go together (leave both out to use the role of the machine)',
    ses.SES_ENDPOINT === undefined ||
      hasProtocol(ses.SES_ENDPOINT, 'http:', 'https:') ||
      'SES_ENDPOINT must be a URL such as https://email.eu-west-1.amazonaws.com (leave it out for Amazon SES)',
    ses.SES_TOPICS === undefined ||
      ses.SES_TOPICS.split(',').every((topic) =>
        /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w.-]+$/.test(topic)
      ) ||
      'SES_TOPICS must be the ARNs of SNS topics, parted by commas, such as arn:aws:sns:eu-west-1:123456789012:mails',
    SMTP_RATE === undefined ||
      /^[1-9]\d{0,8}\/(second|minute|hour|day)$/.test(SMTP_RATE) ||
      `SMTP_RATE must look like 10/second, 600/minute or 50000/day, not "${SMTP_RATE}"`,
    SMTP_URL === undefined ||
      hasProtocol(SMTP_URL, 'smtp:', 'smtps:') ||
      'SMTP_URL must look like smtp://user:password@host:587 (smtps:// for TLS from the first byte)',
    MAIL_FROM === undefined ||
      /^[^\s@]+@[^\s@]+$/.test(MAIL_FROM) ||
      `MAIL_FROM must be an e-mail address, not "${MAIL_FROM}"`,
  ].filter(isProblem)
}

function checkDrive(env) {
  const missing = env.DRIVE_DISK === 's3' ? S3_REQUIRED.filter((name) => !env[name]) : []
  return [
    ['fs', 's3'].includes(env.DRIVE_DISK) || `DRIVE_DISK must be fs or s3, not "${env.DRIVE_DISK}"`,
    missing.length === 0 || `${missing.join(' and ')} must be set when DRIVE_DISK is s3`,
    env.S3_ENDPOINT === undefined ||
      hasProtocol(env.S3_ENDPOINT, 'http:', 'https:') ||
      'S3_ENDPOINT must be a URL such as https://s3.example.com (leave it out for Amazon S3)',
    ['true', 'false', undefined].includes(env.S3_DIRECT_DOWNLOADS) ||
      `S3_DIRECT_DOWNLOADS must be true or false, not "${env.S3_DIRECT_DOWNLOADS}"`,
  ].filter(isProblem)
}

function checkRegistration({ REGISTRATION = 'closed' }) {
  return [
    ['open', 'closed'].includes(REGISTRATION) || `REGISTRATION must be open or closed, not "${REGISTRATION}"`,
  ].filter(isProblem)
}

function checkPrivateHosts(env) {
  return [
    ['SSO_PRIVATE_ISSUERS', 'keycloak.internal:8443'],
    ['PUSH_PRIVATE_SERVICES', 'push.internal:8443'],
    ['WEBHOOK_PRIVATE_HOSTS', 'hooks.internal:8443'],
  ].flatMap(([name, example]) =>
    (env[name] ?? '')
      .split(',')
      .filter((host) => host.trim() !== '')
      .filter((host) => !/^(\[[0-9a-f:]+\]|[a-z0-9.-]+):\d{1,5}$/i.test(host.trim()))
      .map((host) => `${name} must list host:port, such as ${example}, not "${host}"`)
  )
}

function checkSocialLogin(env) {
  const halves = ['GOOGLE', 'GITHUB'].map((name) => [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`])
  return [
    ...halves
      .filter(([id, secret]) => (env[id] === undefined) !== (env[secret] === undefined))
      .map(([id, secret]) => `${id} and ${secret} belong together: give both, or neither`),
    env.GITHUB_URL === undefined ||
      hasProtocol(env.GITHUB_URL, 'http:', 'https:') ||
      'GITHUB_URL must be the address of a GitHub Enterprise Server such as https://github.example.com',
  ].filter(isProblem)
}

function checkCustomerSystems(env) {
  const addresses = {
    HUBSPOT_API_URL: 'https://api.hubapi.com',
    HUBSPOT_LOGIN_URL: 'https://app.hubspot.com',
    SALESFORCE_LOGIN_URL: 'https://example.my.salesforce.com',
  }
  const halves = ['HUBSPOT', 'SALESFORCE'].map((name) => [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`])
  return [
    ...Object.entries(addresses)
      .filter(([name]) => env[name] !== undefined && !hasProtocol(env[name], 'http:', 'https:'))
      .map(([name, example]) => `${name} must be a web address such as ${example}`),
    ...halves
      .filter(([id, secret]) => (env[id] === undefined) !== (env[secret] === undefined))
      .map(([id, secret]) => `${id} and ${secret} belong together: give both, or neither`),
  ]
}

function checkTracing({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER_ARG }) {
  const ratio = Number(OTEL_TRACES_SAMPLER_ARG ?? 1)
  return [
    OTEL_EXPORTER_OTLP_ENDPOINT === undefined ||
      hasProtocol(OTEL_EXPORTER_OTLP_ENDPOINT, 'http:', 'https:') ||
      'OTEL_EXPORTER_OTLP_ENDPOINT must be the URL of a collector such as http://collector.internal:4318',
    (ratio >= 0 && ratio <= 1) ||
      `OTEL_TRACES_SAMPLER_ARG must be a part from 0 to 1, not "${OTEL_TRACES_SAMPLER_ARG}"`,
  ].filter(isProblem)
}

function checkTuning({ LOG_LEVEL, DATABASE_POOL, WORKER_CONCURRENCY, REQUEST_TIMEOUT, METRICS_TOKEN }) {
  return [
    METRICS_TOKEN === undefined ||
      METRICS_TOKEN.length >= 16 ||
      'METRICS_TOKEN must have 16 characters or more',
    LOG_LEVEL === undefined ||
      LOG_LEVELS.includes(LOG_LEVEL) ||
      `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${LOG_LEVEL}"`,
    WORKER_CONCURRENCY === undefined ||
      isWholeNumber(WORKER_CONCURRENCY, 1, 1000) ||
      `WORKER_CONCURRENCY must be a number from 1 to 1000, not "${WORKER_CONCURRENCY}"`,
    DATABASE_POOL === undefined ||
      isWholeNumber(DATABASE_POOL, 1, 1000) ||
      `DATABASE_POOL must be a number from 1 to 1000, not "${DATABASE_POOL}"`,
    REQUEST_TIMEOUT === undefined ||
      isWholeNumber(REQUEST_TIMEOUT, 1, 3600) ||
      `REQUEST_TIMEOUT must be a number of seconds from 1 to 3600, not "${REQUEST_TIMEOUT}"`,
  ].filter(isProblem)
}

function checkApi({ CORS_ORIGINS, ...env }) {
  return [
    ...['API_REQUESTS_PER_TOKEN', 'API_REQUESTS_PER_COMPANY'].map(
      (name) =>
        env[name] === undefined ||
        isWholeNumber(env[name], 1, 1_000_000) ||
        `${name} must be a number from 1 to 1000000, not "${env[name]}"`
    ),
    CORS_ORIGINS === undefined ||
      CORS_ORIGINS.split(',').every((origin) => isOrigin(origin.trim())) ||
      `CORS_ORIGINS must be addresses without a path, parted by commas, such as https://app.example.com, not "${CORS_ORIGINS}"`,
  ].filter(isProblem)
}

const isProblem = (answer) => answer !== true

function absolute(path, root) {
  return isAbsolute(path) ? path : join(root, path)
}

function isWholeNumber(text, least, most) {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
}

function isOrigin(text) {
  if (!hasProtocol(text, 'http:', 'https:')) return false
  const { pathname, search, hash, username } = new URL(text)
  return pathname === '/' && `${search}${hash}${username}` === ''
}

function isDatabaseUrl(text) {
  return (
    hasProtocol(text, 'postgres:', 'postgresql:') &&
    new URL(text).username !== '' &&
    new URL(text).pathname.length > 1
  )
}

function hasProtocol(text, ...protocols) {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== ''
}
