export { hashOf, newSecret } from '#app/platform/secret'
