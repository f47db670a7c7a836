{
  linux_6_6 = [ "6.6.63" "gpl2Only" "https://www.kernel.org/" "The Linux kernel, series 6.6 with long support" ];
  linux_6_11 = [ "6.11.10" "gpl2Only" "https://www.kernel.org/" "The Linux kernel, series 6.11" ];
  linux_zen = [ "6.11.9" "gpl2Only" "https://www.kernel.org/" "The Linux kernel, tuned for desktops" ];
  linux_hardened = [ "6.6.60" "gpl2Only" "https://www.kernel.org/" "The Linux kernel, hardened against attacks" ];
}
