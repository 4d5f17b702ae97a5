/** The mark of public/icons/tributary.svg, in the colours of the theme. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <clipPath id="mark-tile">
      <rect width="16" height="16" rx="3.6" />
    </clipPath>
    <g clip-path="url(#mark-tile)">
      <rect class="mark-land" width="16" height="16" />
      <path class="mark-stream" d="M17 3.6C12.4 3.4 9.6 5.6 8.6 11" />
      <path
        class="mark-river"
        d="M2.8 -1C3.2 4.6 6.4 5.2 6.4 9.6C6.4 12 5.4 13.4 5.2 17H9.6C9.4 13.6 9.8 12.2 9.4 9.6C8.8 5.4 5.6 4.2 5.4 -1Z"
      />
    </g>
  </svg>
)
