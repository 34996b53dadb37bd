/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import type { Project } from '../jira/model';
import type { ForgeModule } from '../seams';
import { fullPages, pageAddress } from './addresses';
import type { PageView } from './host';

interface FrameProps {
  readonly view: PageView & { readonly project?: Project };
  readonly module: ForgeModule;
  /** In the place of the module's page: that of a gadget's edit entry point. */
  readonly page?: string;
  /** The gadget that it is, where a page holds several. */
  readonly slot?: string;
}

/** A page of the app, from its own origin. The host script finds it by its attributes. */
export function AppFrame({ view, module, page = module.page, slot }: FrameProps) {
  const frame = randomUUID();
  const source = `${view.host.pagesOrigin}${page}?frame=${frame}`;
  const base = fullPages.has(module.type) ? pageAddress(module, view.project) : undefined;
  return (
    <iframe
      class="app"
      title={module.title}
      src={source}
      data-forge-frame={frame}
      data-module-key={module.key}
      data-module-type={module.type}
      data-slot={slot}
      data-base={base}
    ></iframe>
  );
}
