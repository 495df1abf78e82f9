// Keeps a library buildable while its folder holds headers only.
