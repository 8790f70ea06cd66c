import { BaseTransformer } from '@adonisjs/core/transformers'
import type { LabelTemplate } from '#app/qr_codes/label_template'

/** A sheet as its preview draws it: lengths in millimetres, places counted row by row from 1. */
export default class LabelTemplateTransformer extends BaseTransformer<LabelTemplate> {
  toObject() {
    const { key, name, page, label, perSheet, spec } = this.resource
    const places = Array.from({ length: perSheet }, (_, index) => this.resource.place(index + 1))
    return { key, name, page, label, perSheet, places, hasLogo: spec.hasLogo ?? false }
  }
}
