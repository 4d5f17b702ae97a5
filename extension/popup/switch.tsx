interface SwitchProps {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

export const Switch = ({ label, on, onChange }: SwitchProps) => (
  <label class="switch">
    <span>{label}</span>
    <input
      type="checkbox"
      role="switch"
      checked={on}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  </label>
)
