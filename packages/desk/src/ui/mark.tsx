/** The ball of thread. */
export function Mark() {
  return (
    <svg className="mark-sign" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="11" cy="11" r="7.500" />
      <path d="M5 8.500c4-1.500 8.500-.5 12 3.500M4.500 14c4-2.500 8-2 11 1.500M16.500 16.500c1.500 2.500 3.500 3.500 6 3.500" />
    </svg>
  );
}
