import { actions } from './actions';
import type { Example } from './example';
import { fields } from './fields';
import { surfaces } from './surfaces';

/** Every component of `ui` by its name, in its states. `tests/house/gallery.test.ts` compares it with the folder. */
export const specimens: Record<string, Example[]> = { ...actions, ...fields, ...surfaces };
