/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import type { ForgeModule } from '../seams';
import type { PageView } from './host';

interface FrameProps {
  readonly view: PageView;
  readonly module: ForgeModule;
}

/** A page of the app, from its own origin. The host script finds it by its attributes. */
export function AppFrame({ view, module }: FrameProps) {
  const frame = randomUUID();
  const source = `${view.host.pagesOrigin}${module.page}?frame=${frame}`;
  return (
    <iframe
      class="app"
      title={module.title}
      src={source}
      data-forge-frame={frame}
      data-module-key={module.key}
      data-module-type={module.type}
    ></iframe>
  );
}
