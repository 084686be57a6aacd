import { dart } from '../languages/dart';
import { objectiveC } from '../languages/objective-c';
import { swift } from '../languages/swift';
import type { Language } from '../snippet';

/** Languages of apps. */
export const languages: readonly Language[] = [swift, objectiveC, dart];
