// The tags room's door. The lowest room: it knows tables of others by name only, as what can bear a tag.
export { tagsCalls } from './calls.ts';
export { listTags, tagKey, tagsOf } from './sql.ts';
export { moveTags, tagTargets } from './write.ts';
