/** A field as `/fields` declares one, for tests. */
import { type Field, plain } from '../api/fields';

export const field = (name: string, more: Partial<Field> = {}): Field => ({ ...plain, name, label: name, type: 'text', ...more });
