const MAX_LENGTH = 220;

/** How a report begins after its title: whole words of its first paragraph of some length, on one line. */
export function openingOf(text: string, title: string | null): string {
  const paragraphs = text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '' && paragraph !== title?.trim());
  const first = paragraphs.find((paragraph) => paragraph.length > 60) ?? paragraphs.join(' ');
  if (first.length <= MAX_LENGTH) return first;
  return `${first.slice(0, first.lastIndexOf(' ', MAX_LENGTH)).replace(/[\s,;:–—-]+$/, '')}…`;
}
