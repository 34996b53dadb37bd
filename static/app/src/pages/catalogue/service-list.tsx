import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { CatalogueView } from '../../../../../src/contract/catalogue';
import { serviceStates } from '../../../../../src/domain/catalogue/service';
import { useCalendars } from '../../data/use-calendars';
import { useCaught } from '../../data/use-caught';
import { useAddress } from '../../parts/address';
import { ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import styles from './catalogue.module.css';
import { NEW } from './catalogue-section';
import { CaughtCount } from './caught-count';
import { FirstService } from './first-service';
import { LookList } from './look-list';
import { ServiceTree } from './service-tree';

const filters = ['current', ...serviceStates, 'all'] as const;

/** All services, what agreements should be looked at for, and which issues belong to what. */
export function ServiceList({ view }: { readonly view: CatalogueView }): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data: calendars } = useCalendars('project');
  const counting = useCaught();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<string>('current');
  if (view.services.length === 0) return <FirstService />;
  return (
    <section className="section" aria-labelledby="catalogue">
      <div className="section-head">
        <h2 id="catalogue" className="heading">
          {messages.text('catalogue.title')}
        </h2>
        <Button appearance="primary" onClick={() => go('catalogue', NEW)}>
          {messages.text('catalogue.create')}
        </Button>
      </div>
      <p>{messages.text('catalogue.intro')}</p>
      <LookList view={view} />
      <div className={styles['filters']}>
        <InputField
          type="search"
          label={messages.text('catalogue.search')}
          value={query}
          change={setQuery}
          autoComplete="off"
        />
        <ChoiceField
          label={messages.text('catalogue.state.label')}
          value={filter}
          change={setFilter}
          choices={filters.map((value) => ({
            value,
            label: messages.text(
              value === 'current' || value === 'all' ? `catalogue.state.${value}` : `service.state.${value}`,
            ),
          }))}
        />
      </div>
      <ServiceTree
        services={view.services}
        query={query.trim().toLowerCase()}
        shows={({ state }) =>
          filter === 'all' || (filter === 'current' ? state !== 'retired' : state === filter)
        }
        calendars={calendars?.calendars ?? []}
        count={counting.count}
      />
      <CaughtCount counting={counting} />
    </section>
  );
}
