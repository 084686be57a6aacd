import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Choices } from '$lib/element/attributes';
import type { PkcePlaygroundAttributes, PkcePlaygroundDetails } from '$lib/element/published.d.ts';
import type { ElementAttribute } from '$lib/lexicon/embed-frame';
import type { EmbedEvent, EmbedPage } from '$lib/lexicon/embedding';
import { stepIds } from '$lib/lexicon/steps';
import { types } from '../../../src/node/embedding/plugin';

/** Problems of the types with code that uses them, as another project would compile both. */
function problems(text: string, use: string): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'element-types-'));
	const files = { types: join(folder, 'embed.d.ts'), use: join(folder, 'use.ts') };
	writeFileSync(files.types, text);
	writeFileSync(files.use, use);
	const program = ts.createProgram(Object.values(files), {
		...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
		...{ lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [] },
		target: ts.ScriptTarget.ES2022,
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
		skipLibCheck: false
	});
	const found = ts.getPreEmitDiagnostics(program);
	rmSync(folder, { recursive: true });
	return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the published types', () => {
	// The code expects errors as well, where the types have to forbid something.
	it('compile by themselves and with code that uses them', { timeout: 60_000 }, () => {
		const use = readFileSync('tests/lib/element/types-in-use.ts', 'utf8');
		expect(problems(types(stepIds), use.replace('$lib/element/published.d.ts', './embed'))).toEqual([]);
	});

	it('say of the events what the frame sends', () => {
		type Sent = { [Event in EmbedEvent as Event['event']]: Omit<Event, 'event'> };
		expectTypeOf<keyof PkcePlaygroundDetails>().toEqualTypeOf<keyof Sent>();
		expectTypeOf<Sent>().toExtend<PkcePlaygroundDetails>();
		expectTypeOf<PkcePlaygroundDetails>().toExtend<Sent>();
	});

	it('have the attributes that are read', () => {
		expectTypeOf<keyof PkcePlaygroundAttributes>().toEqualTypeOf<ElementAttribute>();
		expectTypeOf<PkcePlaygroundAttributes['page']>().toEqualTypeOf<EmbedPage | undefined>();
		expectTypeOf<PkcePlaygroundAttributes['load']>().toEqualTypeOf<Choices['load'] | undefined>();
		expectTypeOf<PkcePlaygroundAttributes['theme']>().toEqualTypeOf<Choices['theme'] | undefined>();
	});
});
