import app from '@adonisjs/core/services/app'
import { loadEvents } from '#app/platform/events/event_versions'

await loadEvents(app.makePath())
