import type { CustomField } from './model';
import type { Store } from './store';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-18` as `18/Nov/26`: the look of dates on a site where nobody has chosen another. */
function dateText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${months[Number(month) - 1] ?? ''}/${year.slice(2)}`;
}

/** The same with the time in UTC: `18/Nov/26 2:05 PM`. */
function dateTimeText(instant: string): string {
  const [date = '', time = ''] = instant.split('T');
  const hour = Number(time.slice(0, 2));
  return `${dateText(date)} ${hour % 12 || 12}:${time.slice(3, 5)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** What people read for a value of the field, in histories and on pages. */
export function customValueText(store: Store, field: CustomField, value: string): string {
  switch (field.type) {
    case 'select':
      return field.options.get(value) ?? value;
    case 'user':
      return store.user(value).displayName;
    case 'date':
      return dateText(value);
    case 'datetime':
      return dateTimeText(value);
    case 'text':
    case 'string':
    case 'number':
      return value;
  }
}

/** What histories have beside the text; null for fields whose values are only text to them. */
export function customValueId(field: CustomField, value: string): string | null {
  return field.type === 'text' || field.type === 'string' || field.type === 'number' ? null : value;
}
