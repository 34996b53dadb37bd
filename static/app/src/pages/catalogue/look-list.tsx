import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { CatalogueView } from '../../../../../src/contract/catalogue';
import { lookChoices } from '../../../../../src/domain/catalogue/to-be-looked-at';
import { useDecideLook } from '../../data/use-catalogue';
import { usePeople } from '../../data/use-names';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { clockNow } from '../../platform/clock';
import { CallFailure } from '../../platform/call-failure';
import { failureText, problemText } from '../../text/failure-text';
import { whenText } from '../../text/when';

const columns = ['agreement', 'service', 'changed', 'decision'] as const;

/** The agreements that name a service that has changed since, and what is decided of each (C10); nothing where there is none. */
export function LookList({ view }: { readonly view: CatalogueView }): ReactElement | null {
  const reader = useReader();
  const { messages, locale } = reader;
  const deciding = useDecideLook();
  const people = usePeople(view.toLookAt.flatMap(({ decision }) => decision?.by ?? []));
  if (view.toLookAt.length === 0) return null;
  const { error } = deciding;
  const problems = error instanceof CallFailure ? error.problems : [];
  return (
    <section className="section" aria-labelledby="looks">
      <h3 id="looks" className="subheading">
        {messages.text('catalogue.look.title')}
      </h3>
      <p>{messages.text('catalogue.look.intro')}</p>
      {error && (
        <Notice tone="error" title={messages.text('catalogue.look.failed')}>
          {problems[0] ? problemText(problems[0], messages) : failureText(error, messages)}
        </Notice>
      )}
      <Table label={messages.text('catalogue.look.title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`catalogue.look.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.toLookAt.map(({ agreement, service, changed, revision, decision }) => {
            const name = view.services.find(({ id }) => id === service)?.name ?? service;
            const aspects = changed.map((aspect) => messages.text(`catalogue.aspect.${aspect}`));
            return (
              <tr key={`${agreement.id} ${service}`}>
                <th scope="row">{agreement.name}</th>
                <td>{name}</td>
                <td>{new Intl.ListFormat(locale).format(aspects)}</td>
                <td>
                  {decision ? (
                    messages.text('catalogue.look.decided', {
                      who: people.get(decision.by) ?? messages.text('person.unknown'),
                      when: whenText(decision.at, clockNow(), reader),
                    })
                  ) : (
                    <div className="buttons">
                      {lookChoices.map((choice) => (
                        <Button
                          key={choice}
                          spacing="compact"
                          isDisabled={deciding.isPending}
                          aria-label={messages.text(`catalogue.look.${choice}Named`, {
                            agreement: agreement.name,
                            service: name,
                          })}
                          onClick={() =>
                            deciding.mutate({ agreement: agreement.id, service, revision, choice })
                          }
                        >
                          {messages.text(`catalogue.look.${choice}`)}
                        </Button>
                      ))}
                    </div>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
