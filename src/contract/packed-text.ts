/**
 * A text as gzip in base64, by which a call carries more than its limit: JSON shrinks to about a twelfth.
 */
export async function packed(text: string): Promise<string> {
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = await bytesOf(zipped, Infinity);
  return btoa(bytes?.reduce((binary, byte) => binary + String.fromCharCode(byte), '') ?? '');
}

/**
 * The way back.
 *
 * @param longest in bytes; of what would be longer no more is unpacked.
 * @returns undefined when it is no such text, or longer.
 */
export async function unpacked(base64: string, longest: number): Promise<string | undefined> {
  try {
    const zipped = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bytes = await bytesOf(
      new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip')),
      longest,
    );
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function bytesOf(stream: ReadableStream<Uint8Array>, longest: number): Promise<Uint8Array | undefined> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > longest) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
