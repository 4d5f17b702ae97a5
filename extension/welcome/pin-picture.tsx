/** A toolbar with its list of extensions open, and the pin in it: it says what the sentence above it says. */
export const PinPicture = () => (
  <svg class="pin-picture" viewBox="0 0 320 120" aria-hidden="true" focusable="false">
    <rect class="pin-bar" width="320" height="36" rx="8" />
    <rect class="pin-field" x="12" y="9" width="196" height="18" rx="9" />
    <path
      class="pin-puzzle"
      d="M246 12h5a3 3 0 1 1 6 0h5v5a3 3 0 1 1 0 6v5h-16v-5a3 3 0 1 0 0-6z"
    />
    <circle class="pin-ring" cx="254" cy="19" r="15" />
    <rect class="pin-list" x="120" y="46" width="190" height="66" rx="8" />
    <g transform="translate(134 66)">
      <rect class="mark-land" width="24" height="24" rx="5.4" />
      <path class="mark-stream" d="M23.8 5.3C18.6 5.1 14.4 8.4 12.9 16.5" />
      <path
        class="mark-river"
        d="M5 0C6 6 9.600 8 9.600 14.400C9.600 18 8.200 20 7.900 24H14.400C14.100 20 14.600 18 14.100 14.400C13.200 8 8.400 6.300 8.100 0Z"
      />
    </g>
    <rect class="pin-word" x="168" y="74" width="76" height="8" rx="4" />
    <path class="pin-pin" d="M281 66h10l-1 8 4 5v2h-7v9l-1 2-1-2v-9h-7v-2l4-5z" />
    <circle class="pin-ring" cx="286" cy="78" r="17" />
  </svg>
)
