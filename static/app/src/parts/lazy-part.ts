import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { allTexts } from '../text/load-reader';

/** A part of a page that is brought, with all texts, when it is first shown: the page begins with few. */
export const lazyPart = <Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => {
    const [part] = await Promise.all([load(), allTexts()]);
    return { default: part };
  });
