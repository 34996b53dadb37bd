declare module '*.json?first' {
  /** A catalogue of which only the first texts are there. */
  const texts: object;
  export default texts;
}
