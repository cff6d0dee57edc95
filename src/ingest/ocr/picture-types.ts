/** Kinds of pictures that are decoded here; the others are put to a person (for HEIC no library under a permissive licence is to be had). */
export function isPicture(mediaType: string): boolean {
  return /^image\/(jpeg|png|tiff)$/.test(mediaType);
}
