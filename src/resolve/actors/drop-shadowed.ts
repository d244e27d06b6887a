import { type Draft, type Sieve, withoutDrafts } from './scene.ts';

/**
 * Where a role phrase and an unknown name overlap, one of them goes: "State for Arms Control", cut out of "Under Secretary of State for Arms
 * Control", is no name; "bank", inside "Asian Green Development Bank", is no phrase of its own.
 */
export const dropShadowed: Sieve = (scene) => {
  const shadowed = new Set<number>();
  scene.drafts.forEach((role, index) => {
    if (!role.role) return;
    scene.drafts.forEach((name, other) => {
      if (!isUnknown(name) || name.sentence !== role.sentence || role.role!.owner === other) return;
      if (name.first <= role.first && name.last >= role.last) {
        if (role.role!.seats.length === 0) shadowed.add(index);
      } else if (name.nameType === 'ORG' && overlaps(name, role) && !isSeatOf(role, other)) shadowed.add(other);
    });
  });
  return withoutDrafts(scene, shadowed);
};

function isUnknown(draft: Draft): boolean {
  return draft.form === 'name' && draft.senses.length === 0 && draft.nameType === 'ORG' && !draft.isNested;
}

function overlaps(a: Draft, b: Draft): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** "spokesman for Amnesty": the name says whose the role is. */
function isSeatOf(role: Draft, name: number): boolean {
  return role.role!.seatDrafts.includes(name) || role.role!.owner === name || role.role!.bodyDraft === name;
}
