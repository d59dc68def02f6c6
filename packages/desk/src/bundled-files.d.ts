/** The address of a file that runs beside the page, built as one of this origin. */
declare module '*?worker&url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the bundler gives addresses so
  export default address;
}

declare module '*.css';
