import type { ServiceText } from '../../../../src/domain/catalogue/service';

/** A published service that lacks nothing, named as its id says. */
export function service(id: string, more: Partial<ServiceText> = {}): ServiceText {
  return {
    id,
    name: id.replaceAll('-', ' '),
    summary: 'What it is for',
    kind: 'business',
    state: 'published',
    owner: 'sam',
    hours: 'office',
    ...more,
  };
}
