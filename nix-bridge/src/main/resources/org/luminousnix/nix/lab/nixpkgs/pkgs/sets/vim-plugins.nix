{
  fzf-vim = [ "2024-11-06" "mit" "https://github.com/junegunn/fzf.vim/" "fzf inside Vim" ];
  nvim-treesitter = [ "2024-11-14" "asl20" "https://github.com/nvim-treesitter/nvim-treesitter/" "Syntax trees for Neovim" ];
  telescope-nvim = [ "2024-10-29" "mit" "https://github.com/nvim-telescope/telescope.nvim/" "Finds files and text in Neovim" ];
  vim-fugitive = [ "2024-10-28" "vim" "https://github.com/tpope/vim-fugitive/" "Git inside Vim" ];
  vim-nix = [ "2024-02-24" "mit" "https://github.com/LnL7/vim-nix/" "Colours for Nix files" ];
}
