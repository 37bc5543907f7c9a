/** The product's mark: a paw on a leaf-green tile. */
export function Mark({ size }: { size: number }) {
  return <img src="/icon.svg" width={size} height={size} alt="PetBuddy" />;
}
