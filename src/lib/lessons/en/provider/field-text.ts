/** A setting of the provider: what it is called, what it does, and what is wrong when it is refused. */
export interface FieldText {
	label: string;
	hint?: string;
	wrong: string;
}
