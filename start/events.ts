import app from '@adonisjs/core/services/app'
import { loadEvents } from '#app/platform/event_versions'

await loadEvents(app.makePath())
