import type { Preset } from '$lib/providers/preset';

/** Facts of which nothing need be said beside what is in them. */
type Silent = 'issuer' | 'endpoints' | 'parameters';

/** A text for each fact that is there. */
type Told<One extends Preset> = {
	[
		Fact in keyof One as One[Fact] extends { sources: unknown } | undefined ? Exclude<Fact, Silent> : never
	]: string;
};

/** What each of a list is called or is for, by its name; left out where the list is empty. */
type Each<Member extends string, List extends readonly { name: string }[]> = List extends readonly []
	? { [Name in Member]?: never }
	: { [Name in Member]: Readonly<Record<List[number]['name'], string>> };

/** The texts of a list of presets: one of each, of all that is in it, and no others. */
export type PresetTexts<List extends readonly Preset[]> = {
	[One in List[number] as One['id']]: Told<One> & { issuer?: string } & Each<'variables', One['variables']> &
		Each<'parameters', One['parameters']['value']>;
};

/** What is said of one provider: of each fact, of each value that it asks for, of each parameter. */
export interface PresetText extends Told<Preset> {
	issuer?: string;
	variables?: Readonly<Record<string, string>>;
	parameters?: Readonly<Record<string, string>>;
}
