"""What each page may show: one frozen type a page, and the templates use nothing else."""
