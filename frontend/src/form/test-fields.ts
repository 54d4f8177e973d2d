/** A field as `/fields` declares one, for tests. */
import type { Field } from '../api/fields';

export const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  label: name,
  description: null,
  type: 'text',
  many: false,
  targets: [],
  vocabulary: null,
  required: false,
  requiredToPublish: false,
  writable: true,
  private: false,
  maxLength: null,
  maxItems: null,
  itemTitle: [],
  fields: [],
  ...more,
});
