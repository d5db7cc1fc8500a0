// The query as text is all there is of a search: narrowing adds a field to it, or takes it out. Pure.

const quoted = (value: string): string => (/[\s"()|]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value);

/** `year:2017` as it stands in a query. */
export const fieldText = (field: string, value: string): string => `${field}:${quoted(value)}`;

/** The stretches of a query between spaces that are outside quotes. */
const partsOf = (query: string): string[] => query.match(/(?:"[^"]*"?|\S)+/gu) ?? [];

/** Does the query ask for this value of a field? */
export const hasField = (query: string, field: string, value: string): boolean =>
  partsOf(query).includes(fieldText(field, value));

/** The query with the field taken out where it is in, else put in; other values of the field go. */
export function toggleField(query: string, field: string, value: string): string {
  const parts = partsOf(query);
  const rest = parts.filter((part) => !part.startsWith(`${field}:`));
  return (hasField(query, field, value) ? rest : [...rest, fieldText(field, value)]).join(' ');
}
