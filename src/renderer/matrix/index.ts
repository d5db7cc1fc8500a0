// Door of the matrix: the view, and the list of matrices.
export { MatrixView } from './MatrixView.tsx';
