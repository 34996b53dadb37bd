/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PageView } from './host';
import { Layout } from './layout';

interface Props {
  readonly view: PageView;
  readonly title: string;
  readonly text: string;
}

/** A page that says why there is nothing else to see. */
export function MessagePage({ view, title, text }: Props) {
  return (
    <Layout view={view} title={title}>
      <div class="message">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href="/">To the start</a>
        </p>
      </div>
    </Layout>
  );
}
