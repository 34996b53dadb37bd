import { useMemo } from 'react';
import type { ProjectShape } from '../../../../../../src/domain/agreement/project-shape';
import { useReader } from '../../../parts/reader-context';
import { knowingFields } from '../../../text/fact-text';
import type { Reader } from '../../../text/reader';

/** The reader, who is told of the project's fields by their names once those are known. */
export function useKnowingReader(shape: ProjectShape | undefined): Reader {
  const reader = useReader();
  return useMemo(
    () => (shape ? knowingFields(reader, new Map(shape.fields.map(({ id, name }) => [id, name]))) : reader),
    [reader, shape],
  );
}
