import { dart } from '../languages/dart';
import { kotlinAppAuth } from '../languages/kotlin-appauth';
import { objectiveC } from '../languages/objective-c';
import { swift } from '../languages/swift';
import type { Language } from '../snippet';

/** Languages of apps. */
export const languages: readonly Language[] = [kotlinAppAuth, swift, objectiveC, dart];
