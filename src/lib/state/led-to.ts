/** The name under which the step is kept that a link leads to. It ends when another configuration fills the form. */
export const ledTo = 'link step';
