/**
 * Without the members that are undefined: what is not known is not there. An optional member may be left out and may
 * not be undefined (`exactOptionalPropertyTypes`), so that a fact and what is read of its file again are equal.
 */
export const onlyKnown = <Members extends object>(
	members: Members
): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } =>
	Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
		[Name in keyof Members]?: Exclude<Members[Name], undefined>;
	};
