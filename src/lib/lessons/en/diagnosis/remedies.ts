import { registrationRemedies } from './remedies-of-registration';
import { settingRemedies } from './remedies-of-settings';
import type { RemedyTexts } from './remedy-text';

/** The text of every remedy. One without a text does not compile. Load it where it is read, not before. */
export const remedyTexts: RemedyTexts = { ...registrationRemedies, ...settingRemedies };
