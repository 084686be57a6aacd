import { csharp } from '../languages/csharp';
import { go } from '../languages/go';
import { java } from '../languages/java';
import { kotlin } from '../languages/kotlin';
import { rust } from '../languages/rust';
import type { Language } from '../snippet';

/** What a compiler reads first. */
export const languages: readonly Language[] = [go, java, kotlin, csharp, rust];
